// Sets the colour scheme before the first paint. A file of its own because the content security policy allows no inline scripts.
(() => {
  let choice = null;
  try {
    choice = localStorage.getItem('crossdock-color-scheme');
  } catch {
    // Storage may be forbidden; then the system's choice counts.
  }
  const dark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
