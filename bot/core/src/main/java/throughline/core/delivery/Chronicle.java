package throughline.core.delivery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What was said unasked so far, for whoever asks about it.
 *
 * @param diaries as in {@link Schedule#diaries}
 */
public record Chronicle(Supplier<Map<String, Diary>> diaries, Arrivals arrivals) {
    /** Nothing was ever said. */
    public static final Chronicle BLANK = new Chronicle(Map::of, parcel -> Optional.empty());

    /** What a ritual has behind it; empty if it never was due. */
    public Optional<Diary> of(String ritual) {
        return Optional.ofNullable(diaries.get().get(ritual));
    }

    /** What of a ritual arrived last. */
    public Optional<Diary.Made> arrived(String ritual) {
        List<Diary.Made> newest = new ArrayList<>(of(ritual).map(Diary::made).orElse(List.of()));
        Collections.reverse(newest);
        return newest.stream()
                .filter(made -> arrivals.find(ritual + ":" + made.period()).isPresent())
                .findFirst();
    }
}
