package throughline.core.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a ritual has behind it.
 *
 * @param period the last one that is over, whatever became of it
 * @param made in which periods something was made to be said, the last ones, oldest first
 * @param outcome what became of {@code period}, in words
 * @param at when, by the bot's clock
 */
public record Diary(String period, List<Made> made, String outcome, Instant at) {
    private static final int MOST = 8;

    /**
     * That something was made to be said.
     *
     * @param channel where, with the platform; "" if that was not kept
     * @param asked what it asked, as whoever made it writes that; "" if that was not kept
     */
    public record Made(String period, Instant at, String channel, String asked) {}

    public Diary {
        made = made.subList(Math.max(0, made.size() - MOST), made.size()).stream()
                .toList();
    }

    /** The same after a period in which something was made. */
    public static Diary made(List<Made> before, Made last) {
        List<Made> all = new ArrayList<>(before);
        all.removeIf(one -> one.period().equals(last.period()));
        all.add(last);
        return new Diary(last.period(), all, "said", last.at());
    }
}
