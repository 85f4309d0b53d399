// Scripts of the book that a page loads when it needs them: classic ones, which run from files too.

const loading = new Map();

/** Load a script once; one that could not be loaded is tried again when it is asked for again. */
export function loadScript(address) {
  if (!loading.has(address)) {
    const loaded = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = () => {
        script.remove();
        loading.delete(address);
        reject(new Error(`${address} could not be loaded`));
      };
      document.head.append(script);
    });
    loading.set(address, loaded);
  }
  return loading.get(address);
}
