// Runs before anything else of the page is there, in words that every browser knows, so that the page is never blank: it
// has the list of articles shown while the explorer is on its way, and says why where the rest of the page does not come.
// What shows follows `data-load` of the root (style/plain.css): begun, slow, done or failed; and how, what a frame's link
// asks for (style/embed.css).
(function () {
  "use strict";
  var root = document.documentElement;
  root.setAttribute("data-load", "begun");
  setTimeout(function () {
    if (root.getAttribute("data-load") === "begun") root.setAttribute("data-load", "slow");
  }, 1000);
  // What the page around this one asks for: `#embed&theme=dark&plain`, before a view. The app leaves it in the address.
  var built = root.getAttribute("data-theme");
  function embed() {
    var parts = location.hash.slice(1).split("&");
    if (parts[0] !== "embed") return;
    var kept = [];
    ["plain", "transparent", "lock"].forEach(function (name) {
      root.removeAttribute("data-" + name);
    });
    root.setAttribute("data-theme", built || "auto");
    parts.forEach(function (part) {
      var theme = /^theme=(light|dark|auto)$/.exec(part);
      if (theme) root.setAttribute("data-theme", theme[1]);
      else if (/^(plain|transparent|lock)$/.test(part)) root.setAttribute("data-" + part, "");
      else if (part !== "embed") return;
      kept.push(part);
    });
    root.setAttribute("data-embed", kept.join("&"));
  }
  embed();
  addEventListener("popstate", embed, true);
  addEventListener("hashchange", embed, true);
  addEventListener("load", function () {
    if (window.dateline) return;
    var says = document.getElementById("boot")
      ? "This browser is too old for the explorer. These are its articles."
      : "This page has come in part only. Load it again.";
    var trouble = document.querySelector(".plain-trouble");
    if (!trouble) {
      trouble = document.createElement("p");
      document.body.appendChild(trouble);
    }
    trouble.textContent = says;
    root.setAttribute("data-load", "failed");
  });
})();
