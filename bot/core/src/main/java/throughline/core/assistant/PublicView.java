package throughline.core.assistant;

import java.util.Locale;
import java.util.Map;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Input;
import throughline.core.conversation.Place;
import throughline.core.conversation.Scene;
import throughline.core.conversation.Speaker.Standing;
import throughline.core.conversation.Turn;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.view.CustomerView;

/**
 * What customers may see: the themes that are public and the problems behind them. Never an initiative, a date, a window, a
 * confidence or an owner. In a place that outsiders read, and to outsiders, nothing else is given, whatever was asked.
 */
final class PublicView implements Command {
    private static final Usage USAGE = Usage.of(
                    "public", "", "What customers and other outsiders are shown", Intent.PUBLIC_VIEW)
            .or("public-view");

    /** For who may wonder where the rest of a text is. */
    private static final Block HELD_BACK =
            new Block.Note(Prose.of("Sentences that name a date, a person or an id are held back from customers."));

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        Card card = paged(request).card();
        return request.say(
                request.roadmap().publicThemes().isEmpty() ? card : card.with(HELD_BACK),
                Answer.of(Intent.PUBLIC_VIEW));
    }

    /** The view for somebody who may see no other one, with the reason. */
    Turn given(Scene scene) {
        String asked = asked(scene.input());
        boolean all = asked.toLowerCase(Locale.ROOT).endsWith("all");
        Request request = new Request(scene, "public", asked, all, Map.of(), Assistant.visibility(scene));
        return request.tellThere(
                paged(request).card().with(new Block.Note(Prose.of(reason(scene)))), Answer.of(Intent.PUBLIC_VIEW));
    }

    private static String asked(Input input) {
        return input instanceof Input.Said said ? said.text().strip() : ((Input.Tapped) input).value();
    }

    private static String reason(Scene scene) {
        if (scene.incoming().from().standing() == Standing.UNVERIFIED) {
            return "I can't check right now whether you belong to " + organization(scene)
                    + ", so this is the public view. Ask me again in a moment.";
        }
        if (scene.place().reach() == Place.Reach.EXTERNAL) {
            return "People from outside read along here, or may, so this is the public view. Ask me elsewhere for more.";
        }
        return scene.incoming().from().isMember()
                ? "I can't see who reads along here, so this is the public view. Add me to this channel, "
                        + "or ask me in private for more."
                : "You are a guest here, so this is the public view.";
    }

    private static String organization(Scene scene) {
        String name = scene.roadmap().organization();
        return name.isEmpty() ? "this organization" : name;
    }

    private static Paged paged(Request request) {
        return new Paged(new CustomerView(request.scene()).view(), "public", Page.of(request.rest(), request.all()));
    }
}
