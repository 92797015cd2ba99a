// Has the service worker keep the app's files, so that the next visit needs no network, and offers a newer version when
// all of it is here.

/**
 * `boot`: the address of the script that started this page, whose name stands for its version; `save`: saves what is
 * open, and answers whether loading the page again loses nothing.
 */
export async function keepFiles(boot, save) {
  let registration;
  try {
    registration = await navigator.serviceWorker.register(new URL("sw.js", import.meta.url));
    // While this page is open, sw.js leaves the files of its version where they are.
    navigator.locks.request(boot, { mode: "shared" }, () => new Promise(() => {}));
  } catch {
    // No https, a frame without an origin of its own, or storage is denied: the app does without.
    return;
  }
  // A page inside another has the newer version when it is opened the next time.
  if (window !== top) return;
  let offered;
  const offer = () => {
    // The first version is no news. Whoever puts one off is asked again about the next.
    const { active, waiting } = registration;
    if (!active || !waiting || waiting === offered) return;
    offered = waiting;
    showOffer(waiting, save);
  };
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", offer));
  offer();
  // A page that stays open for days hears of it too.
  setInterval(() => registration.update().catch(() => {}), 3_600_000);
}

function showOffer(next, save) {
  document.querySelector(".notice.update")?.remove();
  const notice = document.createElement("p");
  notice.className = "notice update";
  notice.setAttribute("role", "status");
  const button = (words, run) => {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: words });
    made.addEventListener("click", run);
    return made;
  };
  document.querySelector(".notices").append(notice);
  // Added to what is there already, screen readers say it.
  requestAnimationFrame(() =>
    notice.append(
      "A new version of Evencost is ready. ",
      button("Reload", () => {
        if (!save()) return;
        const reload = () => next.state === "activated" && location.reload();
        next.addEventListener("statechange", reload);
        next.postMessage("take over");
        reload();
      }),
      button("Later", () => notice.remove()),
    ),
  );
}
