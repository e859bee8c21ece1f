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
import org.jspecify.annotations.Nullable;

/** The directory of the embedded server: only its owner may look into it, and one bot at a time uses it. */
final class DataDirectory implements AutoCloseable {
    private static final int SECRET_BYTES = 32;
    private static final String LOCK = "lock";
    private static final String PASSWORD = "password";

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Takes the directory, which is made if it is not there.
     *
     * @throws IllegalStateException if another bot uses it
     * @throws IOException if it cannot be used at all
     */
    static DataDirectory open(Path directory) throws IOException {
        Path path = Files.createDirectories(directory).toRealPath();
        allowOwnerOnly(path, "rwx------");
        FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lockOf(channel) == null) {
            channel.close();
            throw new IllegalStateException("THROUGHLINE_DATA: another bot is running on " + path
                    + "; stop it, or give this one a directory of its own.");
        }
        return new DataDirectory(path, channel);
    }

    private static @Nullable FileLock lockOf(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException inThisProcess) {
            return null;
        }
    }

    private static void allowOwnerOnly(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
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
