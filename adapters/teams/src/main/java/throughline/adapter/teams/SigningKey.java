package throughline.adapter.teams;

import com.auth0.jwk.InvalidPublicKeyException;
import com.auth0.jwk.Jwk;
import com.fasterxml.jackson.databind.JsonNode;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A key that signs tokens.
 *
 * @param endorsements the channels that it may speak for; empty for all
 */
record SigningKey(String id, RSAPublicKey key, List<String> endorsements) {
    private static final int SHORTEST = 2048;

    SigningKey {
        endorsements = List.copyOf(endorsements);
    }

    /** The usable keys of a JSON Web Key Set (RFC 7517); others are left out. */
    static Map<String, SigningKey> read(JsonNode set) {
        Map<String, SigningKey> keys = new HashMap<>();
        set.path("keys").forEach(one -> key(one).ifPresent(key -> keys.put(key.id(), key)));
        return Map.copyOf(keys);
    }

    private static Optional<SigningKey> key(JsonNode one) {
        if (!one.path("kty").asText().equals("RSA") || one.path("kid").asText().isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> values = new HashMap<>();
        for (String name : List.of("kty", "kid", "n", "e")) {
            values.put(name, one.path(name).asText());
        }
        try {
            RSAPublicKey key = (RSAPublicKey) Jwk.fromValues(values).getPublicKey();
            return Optional.of(new SigningKey(one.path("kid").asText(), key, endorsements(one)))
                    .filter(usable -> key.getModulus().bitLength() >= SHORTEST);
        } catch (InvalidPublicKeyException | IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    private static List<String> endorsements(JsonNode one) {
        List<String> channels = new ArrayList<>();
        one.path("endorsements").forEach(channel -> channels.add(channel.asText()));
        return channels;
    }

    boolean isFor(String channel) {
        return endorsements.isEmpty() || endorsements.contains(channel);
    }
}
