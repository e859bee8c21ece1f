package throughline.adapter.teams;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Signs tokens as the Bot Connector does, and others that it would not. */
final class Issuer {
    static final String APP = "11111111-2222-3333-4444-555555555555";
    static final String CONNECTOR = "https://api.botframework.com";
    static final String METADATA = "/v1/.well-known/openidconfiguration";
    static final String KEYS = "/v1/.well-known/keys";

    final KeyPair pair = pair(2048);
    final KeyPair stranger = pair(2048);
    final KeyPair weak = pair(1024);

    static KeyPair pair(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** Announces the keys, "known" for Teams, "webchat" for another channel, and "weak". */
    void announce(WireMockServer server) {
        ObjectNode set = Json.object();
        ArrayNode keys = set.putArray("keys");
        keys.add(jwk("known", pair, "msteams"));
        keys.add(jwk("webchat", pair, "webchat"));
        keys.add(jwk("weak", weak, "msteams"));
        keys.add(Json.object().put("kty", "EC").put("kid", "curve"));
        server.stubFor(get(METADATA)
                .willReturn(okJson(Json.object()
                        .put("issuer", CONNECTOR)
                        .put("jwks_uri", server.baseUrl() + KEYS)
                        .toString())));
        server.stubFor(get(KEYS).willReturn(okJson(set.toString())));
    }

    private static ObjectNode jwk(String id, KeyPair pair, String channel) {
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        ObjectNode jwk = Json.object()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("kid", id)
                .put("n", encoded(key.getModulus()))
                .put("e", encoded(key.getPublicExponent()));
        jwk.putArray("endorsements").add(channel);
        return jwk;
    }

    private static String encoded(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(java.util.Arrays.copyOfRange(bytes, sign, bytes.length));
    }

    /** A token that has everything right. */
    JWTCreator.Builder good(String serviceUrl) {
        Instant now = Instant.now();
        return JWT.create()
                .withKeyId("known")
                .withIssuer(CONNECTOR)
                .withAudience(APP)
                .withNotBefore(now.minus(Duration.ofMinutes(1)))
                .withExpiresAt(now.plus(Duration.ofHours(1)))
                .withClaim("serviceurl", serviceUrl);
    }

    String signed(JWTCreator.Builder token) {
        return token.sign(Algorithm.RSA256((RSAPublicKey) pair.getPublic(), (RSAPrivateKey) pair.getPrivate()));
    }

    static String signed(JWTCreator.Builder token, KeyPair pair) {
        return token.sign(Algorithm.RSA256((RSAPublicKey) pair.getPublic(), (RSAPrivateKey) pair.getPrivate()));
    }

    Algorithm with(String name) {
        RSAPublicKey open = (RSAPublicKey) pair.getPublic();
        RSAPrivateKey secret = (RSAPrivateKey) pair.getPrivate();
        return switch (name) {
            case "RS384" -> Algorithm.RSA384(open, secret);
            case "RS512" -> Algorithm.RSA512(open, secret);
            case "HS256" -> Algorithm.HMAC256(open.getEncoded());
            case "none" -> Algorithm.none();
            default -> throw new IllegalArgumentException(name);
        };
    }

    static Map<String, Object> header(String name, Object value) {
        return Map.of(name, value);
    }

    static List<String> bearer(String token) {
        return List.of("Bearer " + token);
    }
}
