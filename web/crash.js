// A panic is the end of a program in WebAssembly: the person is told so and gets their data.
let shown = false;

/** Whether the error means that the program is dead. */
export function isCrash(error) {
  return error instanceof WebAssembly.RuntimeError;
}

/**
 * What can be had of the person's data, and what to say of it. The dead program's memory can still be read; where a
 * change was cut short it says so by answering nothing.
 */
function rescue(program, starting) {
  const ways = [
    ["rescue", "What you wrote is still here: download it, then load the page again."],
    ["last_kept", "What you wrote is kept up to some moments ago: download it, then load the page again."],
  ];
  for (const [way, words] of ways) {
    try {
      const data = program[way]();
      if (data) return { data, words, whole: way === "rescue" };
    } catch (error) {
      console.error(error);
    }
  }
  if (starting) return { words: "What you have typed stays here, also when you load the page again." };
  return { words: "What you wrote since the page was loaded could not be saved." };
}

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/**
 * Shows the panel once: the first crash says what happened; those that follow from it do not. `starting`: the shell
 * still keeps what is typed. Answers whether the program has all of it.
 */
export function showCrash(error, program, starting) {
  if (shown) return false;
  shown = true;
  const { data, words, whole = false } = rescue(program, starting);
  const reload = element("a", { className: "button", href: "", textContent: "Load the page again" });
  const choices = [reload];
  if (data) {
    const href = URL.createObjectURL(new Blob([data], { type: "application/json" }));
    const properties = { className: "button main", href, download: "evencost.json", textContent: "Download my data" };
    choices.unshift(element("a", properties));
  }
  const panel = element(
    "div",
    { className: "crash", role: "alertdialog" },
    element("h1", { id: "crash-title", textContent: "Evencost has stopped" }),
    element("p", { id: "crash-text", textContent: `This is a mistake in the program, not yours. ${words}` }),
    element("p", {}, ...choices),
    element(
      "details",
      {},
      element("summary", { textContent: "For whoever mends it" }),
      element("pre", { textContent: `${error}\n${error.stack}` }),
    ),
  );
  panel.setAttribute("aria-labelledby", "crash-title");
  panel.setAttribute("aria-describedby", "crash-text");
  // What the program drew is dead: nobody should get lost in it.
  document.querySelector("#app").inert = true;
  document.body.append(panel);
  choices[0].focus();
  return whole;
}
