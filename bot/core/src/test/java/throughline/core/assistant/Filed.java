package throughline.core.assistant;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Estimate;
import throughline.core.roadmap.FeasibilityReview;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Voice;

/** Requests that are filed. */
final class Filed {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final String READY = "constraints: One file; non_goals: PDF; success: Deals close;"
            + " success.measure: win rate; success.baseline: 22 %; success.target: 30 %; success.by: 2027-Q2";

    private Filed() {}

    /** R1: bulk export, in place of I7, for Maya to decide. */
    static FeatureRequest by(Chat chat, PersonId author, PersonId... voices) {
        return by(chat, "R1", "Bulk export", "I7", author, voices);
    }

    static FeatureRequest by(Chat chat, String id, String title, String out, PersonId author, PersonId... voices) {
        FeatureRequest asked = (FeatureRequest) Acme.item(
                Kind.REQUEST,
                id,
                values -> values.with(FeatureRequest.TITLE, title)
                        .with(FeatureRequest.PROBLEM, "A CSV of everything")
                        .with(FeatureRequest.CUSTOMERS, List.of("Globex"))
                        .with(FeatureRequest.OBJECTIVE, new ItemId("O1"))
                        .with(FeatureRequest.KEY_RESULT, new ItemId("O1-KR2"))
                        .with(
                                FeatureRequest.MOVEMENT,
                                new Estimate("1-3 points", BigDecimal.ONE, BigDecimal.valueOf(3)))
                        .with(FeatureRequest.SWAP, FeatureRequest.Swap.INITIATIVE)
                        .with(FeatureRequest.OUT, new ItemId(out))
                        .with(FeatureRequest.AUTHOR, author)
                        .with(FeatureRequest.ON, TODAY)
                        .with(FeatureRequest.PM, Acme.MAYA)
                        .with(FeatureRequest.STATE, FeatureRequest.State.FILED)
                        .with(
                                FeatureRequest.VOICES,
                                Optional.of(Stream.of(voices)
                                                .map(person -> new Voice(
                                                        person, List.of(), Optional.empty(), Optional.empty(), TODAY))
                                                .toList())
                                        .filter(some -> !some.isEmpty())));
        chat.record(author, "", new Change.Added(asked));
        return asked;
    }

    /** Makes an initiative ready for Now. */
    static void complete(Chat chat, String bet) {
        chat.ask("maya", "edit " + bet + " anyway; " + READY);
        chat.record(
                Acme.PRIYA,
                "",
                new Change.Listed<>(
                        Kind.INITIATIVE,
                        new ItemId(bet),
                        Initiative.REVIEWS,
                        new FeasibilityReview(TODAY, Acme.PRIYA, Optional.empty())));
    }
}
