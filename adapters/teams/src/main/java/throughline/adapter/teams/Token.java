package throughline.adapter.teams;

/**
 * A token that proved good.
 *
 * @param serviceUrl where its bearer wants the answers
 */
record Token(String serviceUrl, SigningKey key) {}
