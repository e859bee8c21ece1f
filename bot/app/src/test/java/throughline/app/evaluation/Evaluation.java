package throughline.app.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import throughline.core.assistant.Assistant;
import throughline.core.data.Datum;

/** What the bot answered to all questions about some organizations, and how long it took. */
record Evaluation(List<LinkResult> links, List<LookupResult> lookups, Times times, Times timesOfLarge) {
    private static final int LARGE = 1_000;

    static Evaluation of(List<OrganizationFile> organizations, Assistant assistant) {
        List<LinkResult> links = new ArrayList<>();
        List<LookupResult> lookups = new ArrayList<>();
        for (OrganizationFile file : organizations) {
            Conversation conversation = new Conversation(assistant, file.roadmap());
            links.addAll(links(file, conversation));
            lookups.addAll(lookups(file, conversation));
        }
        return new Evaluation(
                links,
                lookups,
                times(organizations, assistant, UnaryOperator.identity()),
                times(organizations, assistant, roadmap -> Enlarged.to(LARGE, roadmap)));
    }

    private static List<LinkResult> links(OrganizationFile file, Conversation conversation) {
        return file.links().stream()
                .map(question -> new LinkResult(file.name(), question, conversation.ask(question.asked())))
                .toList();
    }

    private static List<LookupResult> lookups(OrganizationFile file, Conversation conversation) {
        return file.lookups().stream()
                .map(question -> new LookupResult(file.name(), question, conversation.ask(question.text())))
                .toList();
    }

    /** Each roadmap is asked everything once before its answers are timed: what has to be read first is read then. */
    private static Times times(
            List<OrganizationFile> organizations, Assistant assistant, UnaryOperator<Datum.Mapping> sized) {
        List<Long> nanos = new ArrayList<>();
        for (OrganizationFile file : organizations) {
            Conversation conversation = new Conversation(assistant, sized.apply(file.roadmap()));
            questions(file).forEach(conversation::ask);
            questions(file).map(text -> time(text, conversation)).forEach(nanos::add);
        }
        return new Times(nanos);
    }

    /** With another ending than before: what was asked already is remembered, and would cost nothing. */
    private static long time(String text, Conversation conversation) {
        long start = System.nanoTime();
        conversation.ask(text + "!");
        return System.nanoTime() - start;
    }

    private static Stream<String> questions(OrganizationFile file) {
        return Stream.concat(
                file.links().stream().map(LinkQuestion::asked),
                file.lookups().stream().map(LookupQuestion::text));
    }

    Stream<String> lines() {
        return Stream.of(
                        new LinkReport(links).lines(),
                        Stream.of(""),
                        new LookupReport(lookups).lines(),
                        Stream.of("link questions for off-topic  " + taken()),
                        Stream.of(""),
                        new Reliability(links).lines(),
                        Stream.of(
                                "",
                                "time per question            " + times,
                                "  with " + LARGE + " initiatives      " + timesOfLarge,
                                "resident memory              " + ResidentMemory.told()))
                .flatMap(lines -> lines);
    }

    private Share taken() {
        return Share.of(
                links,
                result -> LookupQuestion.isOffTopic(result.answer().intent().written()));
    }

    /** Every question that was answered otherwise than expected. */
    Stream<String> misses() {
        return Stream.concat(
                links.stream().filter(LinkResult::isMiss).map(LinkResult::told),
                lookups.stream().filter(LookupResult::isMiss).map(LookupResult::told));
    }
}
