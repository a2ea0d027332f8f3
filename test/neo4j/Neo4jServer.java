import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/**
 * A Neo4j server for tests: {@code java -cp 'lib/*' Neo4jServer.java FOLDER PORT [SETTING=VALUE ...]}.
 * It prints "ready" when it answers Bolt on the port, and ends when its standard input does.
 */
public final class Neo4jServer {
    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        List<String> settings = new ArrayList<>(List.of(
            "server.bolt.enabled=true",
            "server.bolt.listen_address=127.0.0.1:" + args[1],
            "server.bolt.advertised_address=127.0.0.1:" + args[1],
            "dbms.security.auth_enabled=true",
            "dbms.usage_report.enabled=false"));
        settings.addAll(Arrays.asList(args).subList(2, args.length));
        Path configuration = Files.write(folder.resolve("neo4j.conf"), settings);
        var service = new DatabaseManagementServiceBuilder(folder)
            .loadPropertiesFromFile(configuration)
            .build();
        System.out.println("ready");
        while (System.in.read() >= 0) {
            // Whoever started it says nothing; the end of the stream is the word to stop.
        }
        service.shutdown();
        System.exit(0);
    }
}
