package throughline.adapter.teams;

/** Where a message that was carried stands: an activity in a conversation. Whoever answers it may be in another one. */
record Carried(String conversation, String activity) {
    private static final char BETWEEN = '/';

    static Carried read(String written) {
        int between = written.lastIndexOf(BETWEEN);
        return new Carried(written.substring(0, Math.max(between, 0)), written.substring(between + 1));
    }

    String written() {
        return conversation + BETWEEN + activity;
    }
}
