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
        view: viewId('course'),
        when: '!genai101.greeted',
        contents: [
          'Learn how generative AI works by running it: short lessons, figures to play with, and small networks that train on this computer.',
          `New here? Take the [first steps](${link('openStart')}), or look at [the chapters](${link('openCourse')}).`,
          `[Open the First Example](${link('openExample', 'autoencoders/autoencoder.ts')})`,
        ].join('\n'),
      },
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
