package throughline.adapter.web;

import java.util.Optional;
import throughline.core.conversation.Input;
import throughline.core.conversation.Input.Manner;

/** Something a person did in the local chat, checked. */
record Utterance(String typedName, Channel channel, Optional<String> thread, Optional<String> id, Deed deed) {

    /** @param text what was typed, as it stands; empty for a tap */
    record Deed(Optional<String> text, Input input) {}

    static Utterance message(Demand demand) {
        String text = demand.required("text", "what you want to say, such as \"/roadmap now\"");
        return by(demand, new Deed(Optional.of(text), Wording.heard(text)));
    }

    static Utterance tap(Demand demand) {
        Input tapped = new Input.Tapped(
                demand.required("action", "the action of a button, as the card lists it"),
                demand.optional("value").orElse(""),
                demand.optional("message").orElse(""),
                demand.inputs());
        return by(demand, new Deed(Optional.empty(), tapped));
    }

    private static Utterance by(Demand demand, Deed deed) {
        String name = demand.name("person", "your handle, such as \"ana\"");
        Handle person = new Handle(name);
        Channel channel = Channel.named(demand.optionalName("channel").orElse(""), person);
        if (!channel.isOpenTo(person)) {
            throw Refusal.of("Use \"dm\" for your own direct conversation, or a channel such as \"#growth\".");
        }
        return new Utterance(name, channel, demand.optionalName("thread"), demand.optionalName("id"), deed);
    }

    Handle person() {
        return new Handle(typedName);
    }

    String name() {
        return Handle.nameFrom(typedName);
    }

    String text() {
        return deed.text().orElse("");
    }

    boolean isCommand() {
        return deed.input() instanceof Input.Said said && said.manner() == Manner.COMMAND;
    }
}
