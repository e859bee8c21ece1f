package throughline.app;

import java.util.random.RandomGenerator;
import throughline.core.conversation.Ids;

/** Ids of 20 letters and digits, with 100 bits of randomness; none that is easily misread, because people type their ends. */
record RandomIds(RandomGenerator random) implements Ids {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 20;

    @Override
    public String next() {
        // One draw: a secure source takes a lock and a digest for each.
        byte[] drawn = new byte[LENGTH];
        random.nextBytes(drawn);
        StringBuilder id = new StringBuilder(LENGTH);
        for (byte one : drawn) {
            // A letter's five bits, so that every letter is as likely as the others.
            id.append(ALPHABET.charAt(one & (ALPHABET.length() - 1)));
        }
        return id.toString();
    }
}
