export const modalStyle = `
:host { display: contents; }
dialog { width: min(38rem, calc(100vw - 2rem)); max-height: calc(100vh - 2rem); padding: 0; border: 0; border-radius: 12px; font: 14px/1.5 Inter, system-ui, sans-serif; color: #303030; box-shadow: 0 20px 60px rgb(0 0 0 / 30%); }
dialog.small { width: min(24rem, calc(100vw - 2rem)); }
dialog.large { width: min(62rem, calc(100vw - 2rem)); }
dialog.max { width: calc(100vw - 2rem); height: calc(100vh - 2rem); max-width: none; }
dialog::backdrop { background: rgb(0 0 0 / 50%); }
header { display: flex; align-items: center; justify-content: space-between; gap: 1rem; padding: .75rem 1rem; background: #f3f3f3; }
h2 { margin: 0; font-size: 1rem; font-weight: 650; }
section { overflow-wrap: anywhere; }
footer { display: flex; flex-wrap: wrap; flex-direction: row-reverse; gap: .5rem; padding: .75rem 1rem; border-top: 1px solid #e3e3e3; }
footer[hidden] { display: none; }
button { padding: .35rem .8rem; font: inherit; color: inherit; background: #fff; border: 1px solid #c9cccf; border-radius: 8px; cursor: pointer; }
header button { padding: .2rem .5rem; background: none; border: 0; }
button.primary { color: #fff; background: #303030; border-color: #303030; }
button.critical { color: #fff; background: #b3261e; border-color: #b3261e; }
button:disabled { opacity: .5; cursor: default; }
button:focus-visible { outline: 2px solid #005bd3; outline-offset: 2px; }
`;
