/** The peer: force-graph with its defaults, and names on hover, as its readme has it. */
import ForceGraph from "force-graph";

window.showPeer = (el, { nodes, links }, settled) => {
  const graph = new ForceGraph(el).width(el.clientWidth).height(el.clientHeight).nodeLabel("name").onEngineStop(settled).graphData({ nodes, links });
  return () => graph._destructor();
};
