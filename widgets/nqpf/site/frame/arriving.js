// What can be used while the rest of the page still arrives.

/** Call `action` with each element of a class as soon as all of it is there, until the page is. */
export function whileItArrives(name, action) {
  const found = document.getElementsByClassName(name);
  let done = 0;
  const look = () => {
    // An element is whole once something stands behind it.
    while (done < found.length && isFollowed(found[done])) action(found[done++]);
  };
  const observer = new MutationObserver(look);
  observer.observe(document.documentElement, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", () => observer.disconnect());
  look();
}

function isFollowed(element) {
  return Boolean(element.nextSibling) || (element.parentElement && isFollowed(element.parentElement));
}
