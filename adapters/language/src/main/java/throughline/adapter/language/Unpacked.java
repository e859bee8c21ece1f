package throughline.adapter.language;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Resources as files, for those who can read nothing else, in a temporary directory that is gone once this is closed. */
record Unpacked(Path directory) implements AutoCloseable {
    static Unpacked create() throws IOException {
        return new Unpacked(Files.createTempDirectory("throughline-language"));
    }

    /** @throws IOException if there is no such resource, or no room */
    Path unpack(String resource) throws IOException {
        Path file = directory.resolve(resource.substring(resource.lastIndexOf('/') + 1));
        try (InputStream content = open(resource)) {
            Files.copy(content, file);
        }
        return file;
    }

    static InputStream open(String resource) throws IOException {
        InputStream content = Unpacked.class.getResourceAsStream(resource);
        if (content == null) {
            throw new IOException("no " + resource + " on the class path");
        }
        return content;
    }

    @Override
    public void close() throws IOException {
        // What is registered last is deleted first.
        directory.toFile().deleteOnExit();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            files.forEach(Unpacked::delete);
        }
        delete(directory);
    }

    /** Windows keeps a library that is in use; elsewhere it lives on without a name. */
    private static void delete(Path path) {
        if (!path.toFile().delete()) {
            path.toFile().deleteOnExit();
        }
    }
}
