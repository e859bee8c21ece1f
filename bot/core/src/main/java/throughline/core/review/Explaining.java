package throughline.core.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Finding.Verdict;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Quarter;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Values;

/** Asked what was learned of something that missed its result, or that stops. */
public record Explaining(PersonId author, Quarter quarter, ItemId bet, Verdict verdict, boolean instead)
        implements Walk {
    public static final String SKIP = "skip";

    private static final Set<String> SKIPPED = Set.of(SKIP, "nothing", "don't know", "no");

    public static final Stored<Explaining> STORED = new Stored<>(
            "review-explaining",
            1,
            new Shape.Structure<>(
                    "a verdict that is explained",
                    List.of(AUTHOR, FROM, BET, VERDICT, INSTEAD),
                    values -> new Explaining(
                            values.get(AUTHOR),
                            Walk.quarter(values.get(FROM)),
                            values.get(BET),
                            values.get(VERDICT),
                            values.get(INSTEAD)),
                    it -> Values.none()
                            .with(AUTHOR, it.author)
                            .with(FROM, it.quarter.from())
                            .with(BET, it.bet)
                            .with(VERDICT, it.verdict)
                            .with(INSTEAD, it.instead)),
            Explaining.class);

    private Judging judging() {
        return new Judging(author, quarter, bet, instead);
    }

    /** What was learned may be a question. */
    @Override
    public boolean takes(String text) {
        return true;
    }

    @Override
    public Walk before(Around around) {
        return judging();
    }

    /** Somebody who says a verdict thought better of it. */
    private static boolean isVerdict(String text) {
        return JUDGED.matcher(text.strip()).matches();
    }

    @Override
    public boolean isMeant(String text) {
        return Walk.super.isMeant(text) || isVerdict(text);
    }

    /** Whether it may be left unsaid. */
    public boolean isOptional(Pack pack) {
        return pack.entry(bet).filter(entry -> Judging.needsWhy(verdict, entry)).isEmpty();
    }

    @Override
    public Outcome answered(Heard heard, Around around) {
        Optional<Pack.Entry> entry = around.pack().entry(bet);
        boolean isOver = entry.isEmpty() || (entry.get().found().isPresent() && !instead);
        if (isOver) {
            return judging().answered(heard, around);
        }
        if (!heard.isForm() && isVerdict(heard.text())) {
            return judging().answered(heard, around);
        }
        Optional<String> words = heard.input(Blanks.LEARNED)
                .or(() -> Optional.of(heard.text().strip()))
                .filter(text -> !text.isEmpty());
        boolean isSkipped =
                words.isEmpty() || SKIPPED.contains(Heard.said(words.get()).word());
        if (isSkipped && !isOptional(around.pack())) {
            return again("Say why it stops: who asks for it later is told.");
        }
        if (words.filter(Judging::isTooLong).isPresent()) {
            return again(Judging.SHORTER);
        }
        return judging().found(verdict, isSkipped ? Optional.empty() : words, entry.get(), around);
    }

    @Override
    public Stored<?> stored() {
        return STORED;
    }
}
