package throughline.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Starts the bot. Ends with 2, and a sentence on the standard error, if it cannot start as things are. */
public final class Main {
    private static final int REFUSED = 2;
    private static final int BROKEN = 1;

    /** Whatever the locale: what we say has more than ASCII in it. */
    private static final PrintStream OUT = utf8(FileDescriptor.out);

    private static final PrintStream ERR = utf8(FileDescriptor.err);

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
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
