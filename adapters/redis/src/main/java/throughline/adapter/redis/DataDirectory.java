package throughline.adapter.redis;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directory of the embedded server: a part of its own in the directory of the settings, whatever else that holds. Only its
 * owner may look into it, and one bot at a time uses it.
 */
final class DataDirectory implements AutoCloseable {
    private static final int SECRET_BYTES = 32;
    private static final String PART = "store";
    private static final String OWNER_ONLY = "rwx------";
    /** The first file that is made, so it also tells that the directory is ours. */
    private static final String LOCK = "throughline.lock";

    private static final String PASSWORD = "password";

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Takes our part of a directory; both are made if they are not there. The directory itself is left as it is.
     *
     * @throws IllegalStateException if another bot uses our part, or something else is in its place
     * @throws IOException if it cannot be used at all
     */
    static DataDirectory open(Path directory) throws IOException {
        Path path = ownPart(Files.createDirectories(directory).toRealPath());
        FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lockOf(channel) == null) {
            channel.close();
            throw new IllegalStateException("THROUGHLINE_DATA: another bot is running on " + path
                    + "; stop it, or give this one a directory of its own.");
        }
        return new DataDirectory(path, channel);
    }

    private static Path ownPart(Path directory) throws IOException {
        Path part = directory.resolve(PART);
        if (!Files.exists(part)) {
            return isPosix(part)
                    ? Files.createDirectory(
                            part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)))
                    : Files.createDirectory(part);
        }
        Path path = part.toRealPath();
        if (!Files.exists(path.resolve(LOCK)) && !isEmpty(path)) {
            throw new IllegalStateException(
                    "THROUGHLINE_DATA: " + path + " holds other files; move them, or give another directory.");
        }
        // It is ours, but may come back from a backup or a volume with other permissions.
        allowOwnerOnly(path, OWNER_ONLY);
        return path;
    }

    private static boolean isEmpty(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.findAny().isEmpty();
        }
    }

    private static @Nullable FileLock lockOf(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException inThisProcess) {
            return null;
        }
    }

    private static void allowOwnerOnly(Path path, String permissions) throws IOException {
        if (isPosix(path)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    Path path() {
        return path;
    }

    Path file(String name) {
        return path.resolve(name);
    }

    /** The server's password, made at random when it is first wanted. */
    String password() throws IOException {
        Optional<String> kept = read(PASSWORD).filter(text -> !text.isBlank());
        if (kept.isPresent()) {
            return kept.get();
        }
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        String password = HexFormat.of().formatHex(secret);
        write(PASSWORD, password);
        return password;
    }

    Optional<String> read(String name) throws IOException {
        try {
            return Optional.of(Files.readString(file(name)).strip());
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    /** Writes a file that only the owner may read; after a crash it is the old one or the new one. */
    void write(String name, String text) throws IOException {
        Path fresh = file(name + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh);
        allowOwnerOnly(fresh, "rw-------");
        Files.writeString(fresh, text + "\n");
        Files.move(fresh, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void remove(String name) throws IOException {
        Files.deleteIfExists(file(name));
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
