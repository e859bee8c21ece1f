package throughline.core.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import throughline.core.check.Rule.Fault;
import throughline.core.roadmap.Flag;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Workstream;

/** What is wrong with workstreams that are not done. */
final class WorkstreamRules {
    static final List<Rule<Workstream>> ALL = List.of(
            Rule.of(
                    "work-without-okr",
                    Severity.WEAK,
                    Source.layers("Putting It in Practice"),
                    "You are building something and do not know if it is the right something.",
                    WorkstreamRules::pointless),
            Rule.of(
                    "unsettled-decomposition",
                    Severity.WEAK,
                    Source.layers("Why the Model Works: change"),
                    "A changed definition is absorbed where it lands, not by starting over; but somebody has to look.",
                    WorkstreamRules::unsettled),
            Rule.of(
                    "unestimated-workstream",
                    Severity.MINOR,
                    Source.layers("Layer 3: Technical Decomposition"),
                    "Each workstream has its own estimate, dependencies, risk and owner.",
                    WorkstreamRules::incomplete));

    private WorkstreamRules() {}

    private static Stream<Fault> pointless(Look look, Workstream work) {
        return look
                .roadmap()
                .find(work.initiative(), Initiative.class)
                .filter(bet -> bet.serves().isEmpty())
                .stream()
                .flatMap(bet -> Fault.of(
                        work,
                        "builds " + bet.id() + ", which has no line to an OKR",
                        "Record the line of " + bet.id() + " first",
                        "link " + bet.id()));
    }

    private static Stream<Fault> unsettled(Look look, Workstream work) {
        return Flag.of(work).stream().reduce((earlier, later) -> later).stream()
                .flatMap(flag -> Fault.of(
                        work,
                        "is flagged re-decompose? since the " + flag.what() + " of " + flag.because() + " changed",
                        "Does it still hold? Say so, or decompose it anew",
                        "settle " + work.id()));
    }

    private static Stream<Fault> incomplete(Look look, Workstream work) {
        boolean isDone = work.values()
                .find(Workstream.STATUS)
                .filter(Workstream.Status.DONE::equals)
                .isPresent();
        List<String> missing = new ArrayList<>();
        if (work.values().find(Workstream.ESTIMATE).isEmpty()) {
            missing.add("estimate");
        }
        if (work.owner().isEmpty()) {
            missing.add("owner");
        }
        return isDone || missing.isEmpty()
                ? Stream.of()
                : Fault.of(
                        work,
                        "has no " + String.join(" and no ", missing),
                        "Let engineering add " + (missing.size() == 1 ? "it" : "both"),
                        "edit " + work.id());
    }
}
