package throughline.core.delivery;

import java.time.Instant;

/**
 * A parcel that is this bot's until its lease ends.
 *
 * @param token unique, tells this claim from all others
 * @param isUncertain whether it may have arrived already, so that it has to be looked for before it is sent
 * @param since it cannot have arrived before, by the platform's clock
 * @param attempt from 1
 */
public record Claim(
        Deliveries.Waiting waiting, String token, Parcel parcel, boolean isUncertain, Instant since, int attempt) {}
