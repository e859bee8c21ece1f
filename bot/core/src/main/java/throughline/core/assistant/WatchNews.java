package throughline.core.assistant;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.News;
import throughline.core.roadmap.Values;
import throughline.core.view.ChangeWords;
import throughline.core.view.Phrases;

/**
 * What a person is told of a commit because of what that person watches: with the day's message, or below what is said at once anyway.
 *
 * @param by who made it
 * @param watched the facts about what is watched, at least one
 */
record WatchNews(PersonId by, Optional<String> why, List<Change> watched) {
    WatchNews {
        watched = List.copyOf(watched);
    }

    /** As it waits for the day's message; names stand in no fact. */
    Item item(ItemId id, PersonId to, LocalDate on, ChangeWords words) {
        ItemId first = watched.get(0).about().orElseThrow();
        return Kind.NEWS.item(
                id,
                Values.none()
                        .with(News.TO, to)
                        .with(News.ON, on)
                        .with(News.HEADLINE, Phrases.closed(News.NAME + " " + words.withoutNames(watched.get(0))))
                        .with(News.MORE, more(first, words))
                        .with(News.WHO, by)
                        .with(News.LABEL, "Show " + first)
                        .with(News.COMMAND, "show " + first));
    }

    private String more(ItemId first, ChangeWords words) {
        Stream<String> others = watched.stream()
                .skip(1)
                .limit(Request.ROWS - 1L)
                .map(change -> Phrases.sentence(words.withoutNames(change)));
        int left = watched.size() - Request.ROWS;
        return Stream.of(
                        others,
                        Stream.of("And " + left + " more.").filter(text -> left > 0),
                        why.stream().map(reason -> "Why: " + Phrases.closed(Phrases.clipped(reason))),
                        Stream.of("You watch " + first + "; “unwatch " + first + "” ends that."))
                .flatMap(parts -> parts)
                .reduce((one, other) -> one + " " + other)
                .orElseThrow();
    }

    /** Below what is said to the same person at once, with names. */
    String also(String author, ChangeWords words) {
        return Phrases.closed("Also: "
                + Phrases.listed(watched.stream()
                        .limit(Request.ROWS)
                        .map(change -> author + " " + words.of(change))
                        .toList()));
    }
}
