package throughline.adapter.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import throughline.core.conversation.StoreUnavailable;

class TlsTest {
    private static final String TRUST = "javax.net.ssl.trustStore";
    private static final String TRUST_PASSWORD = "javax.net.ssl.trustStorePassword";
    private static final String SECRET = "changeit";

    @TempDir
    private static Path home;

    private static Server server;

    @BeforeAll
    static void startServer() throws Exception {
        Path keys = home.resolve("keys.p12");
        makeCertificate(keys);
        writePem(keys);
        server = Server.start(
                home,
                List.of(
                        "port 0",
                        "tls-port <port>",
                        "tls-cert-file \"" + home.resolve("certificate.pem") + "\"",
                        "tls-key-file \"" + home.resolve("key.pem") + "\"",
                        "tls-ca-cert-file \"" + home.resolve("certificate.pem") + "\"",
                        "tls-auth-clients no",
                        "requirepass s3cret"));
    }

    @AfterEach
    void trustNobody() {
        System.clearProperty(TRUST);
        System.clearProperty(TRUST_PASSWORD);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void a_server_with_a_trusted_certificate_is_used() {
        System.setProperty(TRUST, home.resolve("keys.p12").toString());
        System.setProperty(TRUST_PASSWORD, SECRET);
        Instant now = Instant.parse("2027-01-04T09:30:00Z");
        try (Redis redis = Clients.open(RedisUri.parse("rediss://:s3cret@localhost:" + server.port()), () -> {})) {
            RedisTimeMark mark = new RedisTimeMark(redis, "org");
            Awaited.until(Duration.ofSeconds(10), () -> isUp(mark));
            mark.put(now);
            assertEquals(Optional.of(now), mark.last());
        }
    }

    private static boolean isUp(RedisTimeMark mark) {
        try {
            return mark.last().isEmpty();
        } catch (StoreUnavailable notYet) {
            return false;
        }
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_refused() {
        try (Redis redis = Clients.open(RedisUri.parse("rediss://:s3cret@localhost:" + server.port()), () -> {})) {
            RedisTimeMark mark = new RedisTimeMark(redis, "org");
            Awaited.until(Duration.ofSeconds(10), () -> isRefused(mark));
        }
    }

    private static boolean isRefused(RedisTimeMark mark) {
        Throwable cause = assertThrows(StoreUnavailable.class, mark::last);
        while (cause != null && !(cause instanceof SSLHandshakeException)) {
            cause = cause.getCause();
        }
        return cause != null;
    }

    private static void makeCertificate(Path keys) throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "redis",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        SECRET)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals(0, keytool.waitFor());
    }

    private static void writePem(Path keys) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, SECRET.toCharArray());
        }
        write("certificate.pem", "CERTIFICATE", store.getCertificate("redis").getEncoded());
        write(
                "key.pem",
                "PRIVATE KEY",
                store.getKey("redis", SECRET.toCharArray()).getEncoded());
    }

    private static void write(String file, String label, byte[] content) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        Files.writeString(
                home.resolve(file), "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n");
    }
}
