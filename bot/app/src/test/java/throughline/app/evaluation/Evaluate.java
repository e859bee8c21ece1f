package throughline.app.evaluation;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Asks the bot the questions in some folders and prints how well it answered. */
public final class Evaluate {
    private Evaluate() {}

    /** @param arguments the folders, with commas between, and whether misses are printed too: true or false */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try (LoadedAssistant loaded = LoadedAssistant.load()) {
            Evaluation evaluation = Evaluation.of(organizations(arguments[0], loaded), loaded.assistant());
            evaluation.lines().forEach(out::println);
            if (Boolean.parseBoolean(arguments[1])) {
                out.println();
                evaluation.misses().forEach(out::println);
            }
        }
    }

    static List<OrganizationFile> organizations(String folders, LoadedAssistant loaded) throws IOException {
        List<OrganizationFile> organizations = new ArrayList<>();
        for (String folder : folders.split(",", -1)) {
            organizations.addAll(OrganizationFile.in(Path.of(folder.strip()), loaded.documents()));
        }
        return organizations;
    }
}
