import ts from "typescript";

/**
 * Turns the bundled event loop, functions of a simulation `sim`, into one function that makes a simulation and
 * holds the same functions around it, where `sim` is a constant.
 *
 * @param {string} bundle module that exports `Simulation` and the functions of the event loop
 * @returns {string} an expression: a function of model and state
 * @throws {Error} if one of these functions is given anything but `sim`, or is used other than in a call
 */
export function withSimulationOfItsOwn(bundle) {
  const file = ts.createSourceFile("bundle.js", bundle, ts.ScriptTarget.ES2023, true);
  const ofSimulation = new Set(
    file.statements
      .filter((s) => ts.isFunctionDeclaration(s) && isSim(s.parameters[0]?.name))
      .map((s) => s.name.text),
  );
  const cuts = [];
  const cutFirst = (list) => {
    cuts.push([list[0].getStart(), list.length > 1 ? list[1].getStart() : list[0].end]);
  };
  const visit = (node) => {
    if (ts.isExportDeclaration(node)) {
      cuts.push([node.getStart(), node.end]);
      return;
    }
    if (ts.isIdentifier(node) && ofSimulation.has(node.text) && !isProperty(node)) {
      const { parent } = node;
      if (ts.isFunctionDeclaration(parent) && parent.name === node) {
        cutFirst(parent.parameters);
      } else if (ts.isCallExpression(parent) && parent.expression === node && isSim(parent.arguments[0])) {
        cutFirst(parent.arguments);
      } else {
        throw new Error(`"${parent.getText().slice(0, 200)}" requires ${node.text}(sim, …)`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return `(function (model, state) {
${without(bundle, cuts)}
const sim = new Simulation(model, state);
return { sim, startPeople, startProcesses, runToEnd, finish };
})
`;
}

/** `sim`, or `this.sim` of an object that was made with it. */
function isSim(node) {
  const name = node && ts.isPropertyAccessExpression(node) ? node.name : node;
  return name !== undefined && ts.isIdentifier(name) && name.text === "sim";
}

/** Whether a name is that of a property, not of a function of the bundle. */
function isProperty(node) {
  const { parent } = node;
  const named =
    ts.isPropertyAccessExpression(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isPropertyAssignment(parent);
  return named && parent.name === node;
}

function without(text, cuts) {
  let kept = "";
  let from = 0;
  for (const [start, end] of cuts.sort((a, b) => a[0] - b[0])) {
    kept += text.slice(from, start);
    from = end;
  }
  return kept + text.slice(from);
}
