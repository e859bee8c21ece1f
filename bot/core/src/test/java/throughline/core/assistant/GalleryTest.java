package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Field;
import throughline.core.conversation.Dialogue;
import throughline.core.question.NoPhrasing;
import throughline.core.question.WordLanguage;
import throughline.core.question.WordRecall;

class GalleryTest {
    private static final List<Gallery.Shown> SHOWN = Gallery.conversations();

    @Test
    void every_command_is_shown_by_an_answer_of_its_own() {
        for (Usage usage : new Assistant(new WordLanguage(), new WordRecall(), new NoPhrasing()).usages()) {
            assertTrue(
                    SHOWN.stream()
                            .filter(shown -> shown.name().equals(usage.verb()))
                            .flatMap(shown -> shown.reply().answer().stream())
                            .anyMatch(answer -> answer.intent() == usage.intent()),
                    () -> "the gallery has no answer to " + usage.typed());
        }
    }

    @Test
    void every_dialogue_is_opened_by_a_card() {
        Set<Class<?>> opened = SHOWN.stream()
                .flatMap(shown -> shown.open().stream())
                .map(Object::getClass)
                .collect(Collectors.toSet());
        assertEquals(
                Assistant.dialogues().all().stream().map(Dialogue.Stored::type).collect(Collectors.toSet()), opened);
    }

    @Test
    void every_block_button_and_field_is_shown() {
        List<Card> cards = List.copyOf(Gallery.cards().values());
        assertEquals(
                Set.of(Block.class.getPermittedSubclasses()),
                cards.stream()
                        .flatMap(card -> card.blocks().stream())
                        .map(Object::getClass)
                        .collect(Collectors.toSet()));
        assertEquals(
                Set.of(Button.Weight.values()),
                cards.stream()
                        .flatMap(card -> card.buttons().stream())
                        .map(Button::weight)
                        .collect(Collectors.toSet()));
        assertEquals(
                Stream.of(Field.Kind.values()).collect(Collectors.toSet()),
                cards.stream()
                        .flatMap(card -> card.fields().stream())
                        .map(Field::kind)
                        .collect(Collectors.toSet()));
    }
}
