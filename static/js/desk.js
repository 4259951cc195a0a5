/* What the page does beyond htmx: nothing here is needed to calculate. */
(() => {
  "use strict";

  const form = document.getElementById("calcul");
  const banner = document.getElementById("panne");
  const status = document.getElementById("annonce");
  if (!form) return;

  /* A document button leaves with the browser's own submit, never with htmx. */
  document.addEventListener(
    "submit",
    (event) => {
      if (event.submitter?.hasAttribute("formaction")) event.stopPropagation();
    },
    true,
  );

  /* « statut=assujetti », « statut=assujetti|franchise », several joined by « & ». */
  const valueOf = (name) => {
    const field = form.elements[name];
    if (!field) return "";
    if (field.type === "checkbox") return field.checked ? "on" : "";
    return field.value;
  };
  const holds = (rule) =>
    rule.split("&").every((part) => {
      const [name, values = ""] = part.split("=");
      return values.split("|").includes(valueOf(name));
    });
  /* A group whose every field waits for another choice has nothing to offer. */
  const hideEmptyGroups = () => {
    for (const group of form.querySelectorAll("details.group")) {
      group.hidden = !group.querySelector(".field:not([hidden])");
    }
  };
  const showFields = () => {
    for (const field of form.querySelectorAll("[data-shown-when]")) {
      field.hidden = !holds(field.dataset.shownWhen);
    }
    hideEmptyGroups();
  };
  form.addEventListener("input", showFields);
  form.addEventListener("change", showFields);
  window.addEventListener("pageshow", showFields);
  showFields();

  /* Messages arrive beside the field; the field itself is left alone, with its focus. */
  const markErrors = () => {
    for (const message of form.querySelectorAll(".field__error[data-field]")) {
      const wrong = message.dataset.says === "error";
      const field = document.getElementById(message.dataset.field);
      if (!field || field.matches(".rows")) continue;
      const inputs = field.matches("fieldset") ? field.querySelectorAll("input") : [field];
      for (const input of inputs) {
        if (wrong) input.setAttribute("aria-invalid", "true");
        else input.removeAttribute("aria-invalid");
      }
      if (!wrong) continue;
      message.closest("details")?.setAttribute("open", "");
      message.closest("[data-shown-when]")?.removeAttribute("hidden");
    }
    for (const cell of form.querySelectorAll(".rows [aria-invalid]")) {
      cell.removeAttribute("aria-invalid");
    }
    for (const message of form.querySelectorAll('.rows [data-says="error"]')) {
      for (const id of message.dataset.field.split(" ")) {
        document.getElementById(id)?.setAttribute("aria-invalid", "true");
      }
      message.closest("details")?.setAttribute("open", "");
    }
    hideEmptyGroups();
  };

  /* A table that is pasted is read at once; one that is typed waits for its button. */
  const typedByHand = /^(insertText|insertLineBreak|insertCompositionText|delete)/;
  document.addEventListener(
    "input",
    (event) => {
      const box = event.target;
      if (!box.matches("[data-paste]")) return;
      if (typedByHand.test(event.inputType ?? "")) event.stopPropagation();
      else box.classList.add("is-pasted");
    },
    true,
  );
  document.body.addEventListener("htmx:configRequest", (event) => {
    const pressed = event.detail.triggeringEvent?.submitter?.name;
    for (const box of form.querySelectorAll("[data-paste]:not(.is-pasted)")) {
      if (pressed !== box.dataset.paste) delete event.detail.parameters[box.name];
    }
  });

  /* Lines that were unfolded stay so. */
  let unfolded = [];
  let spoken = 0;
  const speak = () => {
    clearTimeout(spoken);
    spoken = setTimeout(() => {
      status.textContent = document.querySelector("#result [data-announce]")?.textContent ?? "";
    }, 700);
  };
  document.body.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.target?.id !== "result") return;
    for (const message of form.querySelectorAll(".rows .field__error")) {
      message.replaceChildren();
      delete message.dataset.says;
    }
    unfolded = [...document.querySelectorAll("#result details[open]")].map((line) => line.id);
  });
  document.body.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target?.id !== "result") return;
    for (const id of unfolded) document.getElementById(id)?.setAttribute("open", "");
    banner.hidden = true;
    for (const box of form.querySelectorAll(".is-pasted")) box.classList.remove("is-pasted");
    markErrors();
    speak();
  });

  /* The server does not answer: say so, keep what was typed, offer to try again. */
  const tell = (sentence) => {
    document.getElementById("panne-texte").textContent = sentence;
    banner.hidden = false;
  };
  const unreachable =
    "Le serveur ne répond pas. Votre saisie est conservée ; le résultat affiché est le dernier reçu.";
  document.body.addEventListener("htmx:sendError", () => tell(unreachable));
  document.body.addEventListener("htmx:timeout", () => tell(unreachable));
  document.body.addEventListener("htmx:responseError", (event) => {
    const code = event.detail.xhr.status;
    tell(
      code === 403
        ? "La page a expiré. Notez votre saisie, puis rechargez la page."
        : `Le serveur n’a pas pu calculer (erreur ${code}). Votre saisie est conservée.`,
    );
  });
  document.getElementById("panne-encore").addEventListener("click", () => form.requestSubmit());

  /* A link to a field unfolds its group and puts the cursor there. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#id_"]');
    const field = link && document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    field.closest("details")?.setAttribute("open", "");
    (field.matches("fieldset, tr") ? field.querySelector("input, select") : field).focus();
  });

  /* The stuck headline stays above an on-screen keyboard that covers the page. */
  const view = window.visualViewport;
  view?.addEventListener("resize", () => {
    const covered = Math.max(0, window.innerHeight - view.height * view.scale);
    document.documentElement.style.setProperty("--keyboard", `${Math.round(covered)}px`);
  });
})();
