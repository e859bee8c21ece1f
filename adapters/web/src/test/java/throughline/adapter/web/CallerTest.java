package throughline.adapter.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTest {
    private static final String HOST = "127.0.0.1:8080";

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.4.5.6", "::1", "::ffff:127.0.0.1"})
    void this_machine_is_local(String address) {
        assertTrue(from(address, HOST).isLocal());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.168.1.20",
                "10.0.0.1",
                "203.0.113.9",
                "0.0.0.0",
                "fe80::1",
                "2001:db8::1",
                "::",
                "::ffff:10.0.0.1"
            })
    void another_machine_is_not(String address) {
        assertFalse(from(address, HOST).isLocal());
    }

    @Test
    void an_unknown_address_is_not() {
        assertFalse(new Caller(Optional.empty(), List.of(HOST), List.of(), List.of(), false).isLocal());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:8080",
                "LocalHost:8080",
                "127.0.0.1",
                "127.0.0.1:80",
                "127.255.0.9",
                "[::1]",
                "[::1]:8080"
            })
    void a_loopback_host_is_local(String host) {
        assertTrue(from("127.0.0.1", host).isLocal());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "evil.com",
                "evil.com:8080",
                "localhost.evil.com",
                "localhost.evil.com:8080",
                "evil.com#localhost",
                "localhost@evil.com",
                "localhost.",
                "localhost:",
                "localhost:8080:8080",
                "localhost:8080x",
                "127.0.0.1.evil.com",
                "127.0.0.256",
                "127.0.0",
                "127.1",
                "128.0.0.1",
                "0.0.0.0",
                "2130706433",
                "192.168.1.20:8080",
                "::1",
                "[::1",
                "[::2]",
                "[::1].evil.com",
                "localhost, evil.com",
                " localhost"
            })
    void any_other_host_is_not(String host) {
        assertFalse(from("127.0.0.1", host).isLocal());
    }

    @Test
    void no_host_or_two_are_not() {
        assertFalse(with(List.of(), List.of(), List.of()).isLocal());
        assertFalse(with(List.of(HOST, "evil.com"), List.of(), List.of()).isLocal());
        assertFalse(with(List.of(HOST, HOST), List.of(), List.of()).isLocal());
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:8080,http://127.0.0.1:8080,true",
        "localhost:8080,http://localhost:8080,true",
        "LOCALHOST:8080,http://localhost:8080,true",
        "[::1]:8080,http://[::1]:8080,true",
        "localhost:8080,null,false",
        "localhost:8080,'',false",
        "localhost:8080,http://localhost,false",
        "localhost:8080,http://localhost:3000,false",
        "localhost:8080,https://localhost:8080,false",
        "localhost:8080,http://127.0.0.1:8080,false",
        "localhost:8080,http://evil.com,false",
        "localhost:8080,http://localhost:8080.evil.com,false",
        "localhost:8080,http://evil.com/localhost:8080,false",
        "localhost:8080,file://,false",
        "localhost:8080,chrome-extension://abc,false",
    })
    void only_the_own_origin_is_local(String host, String origin, boolean local) {
        assertTrue(with(List.of(host), List.of(origin), List.of()).isLocal() == local);
    }

    @Test
    void one_foreign_origin_among_several_is_enough_to_be_refused() {
        assertFalse(with(List.of(HOST), List.of("http://" + HOST, "http://evil.com"), List.of())
                .isLocal());
    }

    @ParameterizedTest
    @CsvSource({"same-origin,true", "none,true", "same-site,false", "cross-site,false", "'',false", "SAME-ORIGIN,false"
    })
    void a_browser_that_says_another_site_asked_is_refused(String site, boolean local) {
        assertTrue(with(List.of(HOST), List.of(), List.of(site)).isLocal() == local);
    }

    @Test
    void what_a_proxy_passed_on_is_refused() {
        assertFalse(new Caller(Optional.of(address("127.0.0.1")), List.of(HOST), List.of(), List.of(), true).isLocal());
    }

    private static Caller from(String address, String host) {
        return new Caller(Optional.of(address(address)), List.of(host), List.of(), List.of(), false);
    }

    private static Caller with(List<String> hosts, List<String> origins, List<String> sites) {
        return new Caller(Optional.of(address("127.0.0.1")), hosts, origins, sites, false);
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
