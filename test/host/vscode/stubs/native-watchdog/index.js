/** Stands in for a native module: ends the extension host when the process that started it is gone. */
exports.start = (pid) => {
  const check = () => {
    try {
      process.kill(pid, 0);
    } catch {
      process.exit(87);
    }
  };
  setInterval(check, 2000).unref();
};
exports.exit = (code) => process.exit(code ?? 0);
