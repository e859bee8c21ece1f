package throughline.adapter.redis;

/** A key of Redis, as {@link Keys} spelled it. */
record Key(String text) {}
