package throughline.app;

import java.util.random.RandomGenerator;
import throughline.core.conversation.Ids;

/** Ids of 20 letters and digits, with 100 bits of randomness; none that is easily misread, because people type their ends. */
record RandomIds(RandomGenerator random) implements Ids {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 20;

    @Override
    public String next() {
        StringBuilder id = new StringBuilder(LENGTH);
        random.ints(LENGTH, 0, ALPHABET.length()).forEach(index -> id.append(ALPHABET.charAt(index)));
        return id.toString();
    }
}
