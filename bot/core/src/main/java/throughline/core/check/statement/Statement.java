package throughline.core.check.statement;

import java.util.Optional;

/**
 * Something that somebody wrote as a title, a strategy or a target. Each question is answered from the words alone; the labelled
 * statements beside the tests say how often the answer is right.
 */
public record Statement(String text) {
    /** Statements are short; a pasted page is not read to its end. */
    private static final int LONGEST = 600;

    /** Nobody gives a title less than this to read. */
    private static final int SHORTEST = 2;

    /** At which layer a title is written ("From Roadmap to Reality", The Three Layers). */
    public enum Layer {
        /** "Improve activation": an outcome, no initiative yet. */
        STRATEGY,
        /** "Guided setup": what the product will do. */
        INITIATIVE,
        /** "Add email step to onboarding flow": work, without what it is for. */
        TASK
    }

    public Statement {
        text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** Whether it tells what is made ("Launch new onboarding") and not what changes for somebody. */
    public boolean describesOutput() {
        return text.length() >= SHORTEST && Outputs.describedBy(Sentence.of(text));
    }

    /** Whether a strategy says what to build: features, screens, technology. */
    public boolean prescribesSolution() {
        return Solutions.prescribedBy(Sentence.of(text));
    }

    /** Whether it says that something is to be built; today's state may well name a page or an app. */
    public boolean asksToBuild() {
        return Solutions.builtBy(Sentence.of(text));
    }

    /** The first date that somebody could be held to, as it was written; quarters and half years are none. */
    public Optional<String> hardDate() {
        return HardDates.in(text);
    }

    /** Whether a target has no figure that could be reached or missed. */
    public boolean isVague() {
        return !Measurable.is(text);
    }

    /** Whether a metric counts what a team does ("features shipped") and not what it changes. */
    public boolean countsActivity() {
        return Activities.countedBy(Sentence.of(text));
    }

    public Layer layer() {
        return Layers.of(Sentence.of(text));
    }
}
