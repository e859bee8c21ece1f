package throughline.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** Starts the bot. Ends with 2, and a sentence on the standard error, if it cannot start as things are. */
public final class Main {
    private static final int REFUSED = 2;
    private static final int BROKEN = 1;
    private static final String REHEARSE = "--rehearse";

    /** Everything that a start may need is switched on. Nobody is spoken to: no start waits for a platform. */
    private static final Map<String, String> REHEARSAL = Map.of(
            Setting.PORT.variable(), "0",
            Setting.LOCAL.variable(), "true",
            Setting.SLACK_SIGNING_SECRET.variable(), "rehearsal",
            Setting.SLACK_BOT_TOKEN.variable(), "rehearsal",
            Setting.MICROSOFT_APP_ID.variable(), "rehearsal",
            Setting.MICROSOFT_APP_PASSWORD.variable(), "rehearsal",
            Setting.MICROSOFT_APP_TENANT_ID.variable(), "rehearsal");

    /** Whatever the locale: what we say has more than ASCII in it. */
    private static final PrintStream OUT = utf8(FileDescriptor.out);

    private static final PrintStream ERR = utf8(FileDescriptor.err);

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException, IOException {
        try {
            if (List.of(arguments).equals(List.of(REHEARSE))) {
                rehearse();
                return;
            }
            Running running = start(arguments, System.getenv());
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(running::close, "shutdown"));
            stopped.await();
        } catch (Refusal refusal) {
            ERR.println(refusal.getMessage());
            System.exit(REFUSED);
        } catch (RuntimeException broken) {
            System.getLogger(Main.class.getName()).log(Level.ERROR, "start-failed", broken);
            ERR.println("Throughline could not start: something in it broke, and the log says where.");
            System.exit(BROKEN);
        }
    }

    /**
     * Starts on data that are thrown away, waits until sentences are understood, and ends. The build runs this to write down which
     * classes that needs, so that later starts map them instead of reading them anew.
     */
    private static void rehearse() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("throughline-rehearsal");
        Map<String, String> environment = new HashMap<>(REHEARSAL);
        environment.put(Setting.DATA.variable(), data.toString());
        try (Running running = Running.start(new SettingsReader(Defaults.read(), environment).read())) {
            running.awaitPrepared();
        }
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        }
    }

    private static Running start(String[] arguments, Map<String, String> environment) {
        if (arguments.length > 0) {
            throw new Refusal("“" + arguments[0] + "” is one argument too many; settings are given in the environment, "
                    + "such as " + Setting.PORT.variable() + "=8081.");
        }
        Settings settings = new SettingsReader(Defaults.read(), environment).read();
        Running running = Running.start(settings);
        OUT.println(new Greeting(settings, running.port()).after(sinceStart()));
        return running;
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    private static Duration sinceStart() {
        Instant now = Instant.now();
        return Duration.between(ProcessHandle.current().info().startInstant().orElse(now), now);
    }
}
