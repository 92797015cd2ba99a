// Starts the program. Trunk names its two files on the script element that loads this one; all lie side by side.
// Until it arrives, the shell in index.html accepts typing: the blanks grow here, and the program takes over
// their texts and the caret.
const root = document.documentElement;
try {
  root.dataset.scheme = localStorage.getItem("evencost:scheme") ?? "";
} catch {
  // Storage is denied here: the system's own scheme it is.
}

const fields = [...document.querySelectorAll("#app textarea")];
fields.forEach((field, index) => {
  const blank = field.parentElement;
  const grow = () => {
    blank.dataset.text = field.value || field.placeholder;
    blank.classList.toggle("empty", !field.value);
  };
  field.addEventListener("input", grow);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      fields[index + 1]?.focus();
    }
  });
  grow();
});

const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
try {
  const { default: start } = await import(new URL(js, import.meta.url));
  await start({ module_or_path: new URL(wasm, import.meta.url) });
} catch (error) {
  console.error(error);
  // A panic while starting has its own panel.
  if (!document.querySelector(".crash")) {
    const message = document.createElement("p");
    message.className = "banner";
    message.setAttribute("role", "alert");
    message.textContent =
      "Evencost could not start: its program did not arrive, or this browser is too old for it. " +
      "What you have typed stays here; try loading the page again.";
    document.querySelector("#app").prepend(message);
  }
}
