import java.io.File;
import java.time.Instant;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/** Opens each file as Gephi does, and prints what stands in its workspace: a line a count, an issue, a node, an edge. */
public class ReadWithGephi {
  public static void main(String[] paths) throws Exception {
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    ImportController importer = Lookup.getDefault().lookup(ImportController.class);
    projects.newProject();
    for (String path : paths) {
      Container container = importer.importFile(new File(path));
      for (Issue issue : container.getReport().getIssuesList(100)) {
        System.out.println("issue\t" + issue.getLevel() + "\t" + issue.getMessage());
      }
      container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.NO_MERGE);
      Workspace workspace = projects.newWorkspace(projects.getCurrentProject());
      importer.process(container, new DefaultProcessor(), workspace);
      GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
      Graph graph = model.getGraph();
      System.out.println("file\t" + new File(path).getName() + "\t" + graph.getNodeCount() + "\t" + graph.getEdgeCount() + "\t" + model.isDynamic());
      graph.getNodes().forEach(node -> System.out.println("node\t" + node.getId() + "\t" + node.getLabel() + "\t" + since(node)));
      graph.getEdges().forEach(edge -> System.out.println("edge\t" + edge.getSource().getId() + "\t" + edge.getTarget().getId() + "\t" + edge.getLabel() + "\t" + edge.getWeight()));
    }
  }

  /** The day from which it is there. */
  private static String since(Element element) {
    Interval[] times = element.getIntervals();
    if (times.length == 0) return "always";
    return Instant.ofEpochMilli((long) times[0].getLow()).toString().substring(0, 10);
  }
}
