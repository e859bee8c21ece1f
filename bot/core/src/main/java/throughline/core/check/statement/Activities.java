package throughline.core.check.statement;

import static throughline.core.check.statement.Lexicon.DONE;
import static throughline.core.check.statement.Lexicon.EVENTS;
import static throughline.core.check.statement.Lexicon.TEAM_WORK;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Metrics that count activity: "If teams are measured on velocity and features shipped, they optimize for that" ("Closing the
 * Strategy-Execution Gap", Incentive misalignment; Leading vs. Lagging Indicators).
 */
final class Activities {
    private static final Pattern ALWAYS =
            Pattern.compile("\\b(?:velocity|story points|lines of code|test coverage|code coverage|burndown|burn-down|"
                    + "(?:roadmap|project|backlog|migration|rollout|milestone|sprint|plan) complet\\S*|"
                    + "(?:roadmap|project|projects|backlog|migration|rollout|milestones|sprint|plan|deliverables) (?:is |are )?"
                    + "(?:complete|completed|done|delivered|finished|shipped)|"
                    + "(?:hit|met|delivered|shipped|completed|finished) (?:on|in) (?:time|schedule|budget))\\b");
    private static final Pattern OTHERS = Pattern.compile(
            "\\bby (?!(?:the |our |product |all )?(?:team|teams|us|sales|marketing|engineers|engineering|developers|support|pms|designers|staff)\\b)");
    private static final Pattern PER = Pattern.compile(
            "(?:number of )?(?:\\S+ )?(?:releases|deployments|commits|interviews|experiments|demos|workshops|deploys|sprints) (?:per|a|each) .*");
    private static final Set<String> RESULTS = Set.of(
            "adoption",
            "share",
            "failed",
            "within",
            "time",
            "rate",
            "revenue",
            "account",
            "users",
            "customers'",
            "used",
            "satisfaction",
            "hour",
            "median",
            "percentile",
            "cost");

    private Activities() {}

    static boolean countedBy(Sentence sentence) {
        String text = sentence.text();
        if (ALWAYS.matcher(text).find()) {
            return true;
        }
        return !OTHERS.matcher(text).find()
                && !sentence.hasAny(RESULTS)
                && (PER.matcher(text).matches() || isWorkDone(sentence) || isNumberOfEvents(sentence));
    }

    /** "Number of partner meetings". */
    private static boolean isNumberOfEvents(Sentence sentence) {
        return sentence.word(1).equals("of")
                && Set.of("number", "count", "amount").contains(sentence.first())
                && EVENTS.contains(sentence.last());
    }

    private static boolean isWorkDone(Sentence sentence) {
        boolean ofTeams = sentence.hasAny(TEAM_WORK);
        return ofTeams && (sentence.hasAny(DONE) || sentence.startsWith("meetings", "with"));
    }
}
