package throughline.app.evaluation;

import java.util.List;

/**
 * Something that somebody wants and that is not on the roadmap.
 *
 * @param expected objectives that it may serve, any one of them; empty if no line can be drawn
 * @param keyResults key results that it may move, any one of them; empty if no single one is clear
 */
record LinkQuestion(String text, List<String> expected, List<String> keyResults, String difficulty) {
    String asked() {
        return "Which OKR does this serve: " + text;
    }

    boolean hasLine() {
        return !expected.isEmpty();
    }
}
