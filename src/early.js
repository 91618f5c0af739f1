// Runs before anything else of the page is there, in words that every browser knows, so that the page is never blank: it
// has the list of articles shown while the explorer is on its way, and says why where the rest of the page does not come.
// What shows follows `data-load` of the root (style/plain.css): begun, slow, done or failed.
(function () {
  "use strict";
  var root = document.documentElement;
  root.setAttribute("data-load", "begun");
  setTimeout(function () {
    if (root.getAttribute("data-load") === "begun") root.setAttribute("data-load", "slow");
  }, 1000);
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
