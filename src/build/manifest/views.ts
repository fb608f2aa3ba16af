import { container, type ViewName, viewId, viewTable } from '../../host/contributes/views.ts';
import { link } from './link.ts';

export function viewContributions(): Record<string, object> {
  const names = Object.keys(viewTable) as ViewName[];
  return {
    viewsContainers: {
      activitybar: [{ id: container, title: 'GenAI 101', icon: 'media/activity-bar.svg' }],
    },
    views: { [container]: names.map(view) },
    viewsWelcome: [
      {
        view: viewId('runs'),
        when: '!genai101.hasRuns',
        contents: `Every run is kept here, with its curves and samples.\n[Open an Example](${link('openExample')})`,
      },
    ],
  };
}

function view(name: ViewName): object {
  const { icon, size, ...rest } = viewTable[name];
  return {
    id: viewId(name),
    ...rest,
    icon: `$(${icon})`,
    contextualTitle: 'GenAI 101',
    initialSize: size,
  };
}
