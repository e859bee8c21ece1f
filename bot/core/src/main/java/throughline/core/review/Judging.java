package throughline.core.review;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Admission;
import throughline.core.roadmap.Finding;
import throughline.core.roadmap.Finding.Result;
import throughline.core.roadmap.Finding.Verdict;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Quarter;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Values;

/**
 * Asked what becomes of one initiative.
 *
 * @param instead whether it was reviewed before and is to be said anew
 */
public record Judging(PersonId author, Quarter quarter, ItemId bet, boolean instead) implements Walk {
    public static final Stored<Judging> STORED = new Stored<>(
            "review-judging",
            1,
            new Shape.Structure<>(
                    "an initiative that is reviewed",
                    List.of(AUTHOR, FROM, BET, INSTEAD),
                    values -> new Judging(
                            values.get(AUTHOR), Walk.quarter(values.get(FROM)), values.get(BET), values.get(INSTEAD)),
                    it -> Values.none()
                            .with(AUTHOR, it.author)
                            .with(FROM, it.quarter.from())
                            .with(BET, it.bet)
                            .with(INSTEAD, it.instead)),
            Judging.class);

    private static final String HOW =
            "Say keep, re-scope, stop or done, and after a comma what you learned; “back” and “pause” work too.";

    static final String SHORTER = "Say it in fewer words.";

    @Override
    public Walk before(Around around) {
        return Walk.reviewedBefore(around, Optional.of(bet));
    }

    @Override
    public Outcome answered(Heard heard, Around around) {
        Optional<Pack.Entry> entry = around.pack().entry(bet);
        if (entry.isEmpty()) {
            return new Outcome.On(
                    Walk.next(around.pack()),
                    Optional.of(named(around) + " is nothing of yours that was in Now in "
                            + around.pack().title() + "."));
        }
        if (entry.get().found().isPresent() && !instead) {
            Verdict verdict = entry.get().found().get().verdict();
            return new Outcome.On(
                    Walk.next(around.pack()),
                    Optional.of(named(around) + " is reviewed already: " + verdict.words() + ". Nothing was changed."));
        }
        return heard.isForm() ? filledIn(heard, entry.get(), around) : said(heard, entry.get(), around);
    }

    private String named(Around around) {
        return around.pack()
                .roadmap()
                .find(bet)
                .map(item -> item.title() + " (" + bet + ")")
                .orElse(bet.text());
    }

    private Outcome said(Heard heard, Pack.Entry entry, Around around) {
        Matcher judged = JUDGED.matcher(heard.text().strip());
        if (!judged.matches()) {
            return again(HOW);
        }
        Verdict verdict = judged.group("keep") != null
                ? Verdict.KEEP
                : judged.group("rescope") != null
                        ? Verdict.RESCOPE
                        : judged.group("stop") != null ? Verdict.STOP : Verdict.DONE;
        Optional<String> learned = Stream.of("learned", "more")
                .flatMap(group -> Optional.ofNullable(judged.group(group)).stream())
                .findFirst();
        if (learned.filter(Judging::isTooLong).isPresent()) {
            return again(SHORTER);
        }
        boolean asks = learned.isEmpty()
                && (needsWhy(verdict, entry) || entry.achieved().result() == Result.MISSED);
        return asks
                ? new Outcome.On(new Explaining(author, quarter, bet, verdict, instead), Optional.empty())
                : found(verdict, learned, entry, around);
    }

    /** What would not be kept whole is not taken. */
    static boolean isTooLong(String learned) {
        return learned.length() > ((Shape.Text) Finding.WORDS).longest();
    }

    /** What is given up says why; who asks for it later is told. */
    static boolean needsWhy(Verdict verdict, Pack.Entry entry) {
        return verdict == Verdict.STOP && entry.bet().horizon().isOpen();
    }

    Outcome found(Verdict verdict, Optional<String> learned, Pack.Entry entry, Around around) {
        return found(verdict, learned, Optional.empty(), Optional.empty(), entry, around);
    }

    private Outcome found(
            Verdict verdict,
            Optional<String> learned,
            Optional<String> measured,
            Optional<Result> told,
            Pack.Entry entry,
            Around around) {
        Achieved achieved = entry.achieved();
        Optional<Finding> before = entry.found();
        Optional<Result> shown = Optional.of(achieved.result()).filter(Judging::isTelling);
        Result result = told.map(said -> isTelling(said) ? said : achieved.result())
                .or(() -> measured.flatMap(achieved::told))
                .or(() -> shown)
                .or(() -> before.map(Finding::result))
                .orElse(achieved.result());
        Finding finding = new Finding(
                bet,
                around.today(),
                result,
                verdict,
                entry.bet().entered().flatMap(Admission::confidence),
                measured.or(() -> shown.flatMap(it -> achieved.figures()))
                        .or(() -> before.flatMap(Finding::measured))
                        .or(achieved::figures),
                learned.or(() -> before.flatMap(Finding::learned))
                        .flatMap(words -> ((Shape.Text) Finding.WORDS).tidied(words)));
        return new Outcome.Found(this, finding, instead);
    }

    private static boolean isTelling(Result result) {
        return result == Result.REACHED || result == Result.MISSED;
    }

    private Outcome filledIn(Heard heard, Pack.Entry entry, Around around) {
        Optional<Verdict> verdict = choice(Verdict.values(), heard.input(Blanks.VERDICT));
        Optional<String> learned = heard.input(Blanks.LEARNED);
        if (verdict.isEmpty()) {
            return wrong(Blanks.VERDICT, "Choose what becomes of it.", heard);
        }
        if (learned.isEmpty() && entry.found().flatMap(Finding::learned).isEmpty() && needsWhy(verdict.get(), entry)) {
            return wrong(Blanks.LEARNED, "Say why it stops: who asks for it later is told.", heard);
        }
        if (learned.filter(Judging::isTooLong).isPresent()) {
            return wrong(Blanks.LEARNED, SHORTER, heard);
        }
        if (heard.input(Blanks.MEASURED)
                .filter(words -> words.length() > ((Shape.Text) Shape.line()).longest())
                .isPresent()) {
            return wrong(Blanks.MEASURED, SHORTER, heard);
        }
        return found(
                verdict.get(),
                learned,
                heard.input(Blanks.MEASURED).flatMap(words -> ((Shape.Text) Shape.line()).tidied(words)),
                choice(Result.values(), heard.input(Blanks.RESULT)),
                entry,
                around);
    }

    private Outcome wrong(String field, String problem, Heard heard) {
        return new Outcome.On(this, Optional.empty(), Map.of(field, problem), heard.inputs());
    }

    private static <E extends Enum<E>> Optional<E> choice(E[] all, Optional<String> written) {
        return Arrays.stream(all)
                .filter(one -> written.equals(Optional.of(Shape.written(one))))
                .findFirst();
    }

    @Override
    public boolean isMeant(String text) {
        return Walk.super.isMeant(text) || JUDGED.matcher(text.strip()).matches();
    }

    @Override
    public Stored<?> stored() {
        return STORED;
    }
}
