package throughline.core.delivery;

import java.time.Duration;

/**
 * A bucket of tokens, one for each call. Within any time t at most {@code burst + t / interval} calls are allowed.
 *
 * @param bucket names it among the organization's
 * @param interval in which a token is added
 */
public record Allowance(String bucket, int burst, Duration interval) {}
