package throughline.adapter.teams;

/**
 * What Teams tells about a member of a conversation.
 *
 * @param role such as "guest"; "" if it does not tell
 * @param tenant "" if it does not tell
 */
record Member(String role, String tenant) {}
