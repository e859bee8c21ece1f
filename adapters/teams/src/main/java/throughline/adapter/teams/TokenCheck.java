package throughline.adapter.teams;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether the Bot Connector sent a request: by its token, before anything of the body is looked at. Only the
 * connector's own tokens count, not those of the emulator or of skills (Bot Connector authentication, "Authenticate requests
 * from the Bot Connector service to your bot").
 */
final class TokenCheck {
    private static final String ISSUER = "https://api.botframework.com";
    private static final String ALGORITHM = "RS256";
    private static final Duration LEEWAY = Duration.ofMinutes(5);
    private static final Pattern BEARER =
            Pattern.compile("Bearer ([\\w-]+\\.[\\w-]+\\.[\\w-]+)", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 8192;

    private final String audience;
    private final SigningKeys keys;
    private final InstantSource clock;

    TokenCheck(String audience, SigningKeys keys, InstantSource clock) {
        this.audience = audience;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Checks what the Authorization headers say.
     *
     * @throws Refused if there is not exactly one, with a good token
     */
    Token check(List<String> authorization) {
        if (authorization.size() != 1) {
            throw Refused.unknown(authorization.isEmpty() ? "no token" : "several tokens");
        }
        String header = authorization.get(0);
        Matcher bearer = BEARER.matcher(header);
        if (header.length() > LONGEST || !bearer.matches()) {
            throw Refused.unknown("no bearer token");
        }
        try {
            return verified(JWT.decode(bearer.group(1)));
        } catch (JWTVerificationException | IllegalArgumentException bad) {
            throw Refused.unknown("bad token: " + bad.getClass().getSimpleName());
        }
    }

    private Token verified(DecodedJWT token) {
        if (!ALGORITHM.equals(token.getAlgorithm())
                || !token.getHeaderClaim("crit").isMissing()) {
            throw Refused.unknown("another algorithm");
        }
        SigningKey key = Optional.ofNullable(token.getKeyId())
                .flatMap(keys::find)
                .orElseThrow(() -> Refused.unknown("unknown key"));
        verifier(key).verify(token);
        if (!List.of(audience).equals(token.getAudience())) {
            throw Refused.unknown("for somebody else");
        }
        return new Token(serviceUrl(token), key);
    }

    private JWTVerifier verifier(SigningKey key) {
        JWTVerifier.BaseVerification demands =
                (JWTVerifier.BaseVerification) JWT.require(Algorithm.RSA256(key.key(), null))
                        .withIssuer(ISSUER)
                        .withAudience(audience)
                        .withClaimPresence("exp")
                        .acceptLeeway(LEEWAY.toSeconds());
        return demands.build(clock.withZone(ZoneOffset.UTC));
    }

    private static String serviceUrl(DecodedJWT token) {
        return Optional.ofNullable(token.getClaim("serviceurl").asString())
                .filter(url -> !url.isBlank())
                .orElseThrow(() -> Refused.unknown("no service address in the token"));
    }
}
