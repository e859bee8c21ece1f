package throughline.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Field;
import throughline.core.card.Prose;
import throughline.core.conversation.Place;
import throughline.core.conversation.Posting;
import throughline.core.conversation.Reply;
import throughline.core.conversation.Reply.Visibility;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.question.Line;
import throughline.core.roadmap.ItemId;

class MessageTest {
    private static final LocalMessenger MESSENGER = new LocalMessenger(new MemoryTranscript(), true);
    private static final Place GROWTH = new Place("local", "#growth", Optional.of("t0.0"), Place.Reach.INTERNAL);

    @Test
    void a_message_is_kept_as_it_was_approved() throws IOException {
        Posting posting = new Posting("t1.0", GROWTH, "ana", MESSENGER.draw(everything(), "t1.0"), "");
        assertEquals(
                Json.own(approved()).toPrettyString(),
                Message.of(posting).kept().toPrettyString());
    }

    @Test
    void an_approved_message_stays_readable() throws IOException {
        Message message = Message.read(approved());
        assertEquals("t1.0", message.shown().path("id").asText());
        assertTrue(message.isBots());
        assertTrue(message.isVisibleTo(new Handle("Ana")));
        assertFalse(message.isVisibleTo(new Handle("ben")));
        assertFalse(message.shown().has("recipient"));
    }

    @Test
    void an_orphan_has_a_line_that_leads_nowhere() {
        Answer orphan = Answer.about(Intent.WHICH_OKR, new ItemId("I12")).with(Line.none());
        assertEquals(
                "{\"intent\":\"which_okr\",\"entities\":[\"I12\"],\"line\":{\"objective\":null,\"keyResults\":[],"
                        + "\"basis\":\"none\",\"confidence\":0.0,\"candidates\":[]}}",
                AnswerJson.of(orphan).toString());
    }

    @Test
    void an_answer_without_a_line_has_no_line() {
        assertEquals(
                "{\"intent\":\"team_work\",\"entities\":[\"Growth\"]}",
                AnswerJson.of(new Answer(Intent.TEAM_WORK, List.of("Growth"), Optional.empty()))
                        .toString());
    }

    @Test
    void each_block_names_its_type() {
        ObjectNode drawn = JsonDraw.of(Cards.saying("x"));
        assertEquals(
                List.of("text", "note", "facts", "items", "buttons", "form"),
                drawn.path("blocks").findValuesAsText("type"));
        assertEquals(
                List.of("text", "number", "choice", "choices", "date", "person"),
                drawn.path("fields").findValuesAsText("kind"));
    }

    private static Reply everything() {
        List<Field> fields = List.of(
                Field.choice("objective", "Which objective?", List.of(new Field.Option("O1", "First week"))),
                Field.text("why", "Why", false).startingWith("Because"));
        Card card = Card.of(
                "I3 serves O1.",
                new Block.Text(Prose.of("I3 → ").thenEmphasis("First week")),
                new Block.Facts(List.of(new Block.Facts.Fact("Owner", Prose.of("Maya")))),
                new Block.Items(List.of(new Block.Items.Row(Prose.strong("O1-KR2"), List.of(Prose.of("40 → 55 %"))))),
                new Block.Note(Prose.of("Recorded by Maya on 3 Nov.")),
                Block.Buttons.of(Button.primary("why", "Why this?", "I3"), Button.destructive("drop", "Drop I3", "I3")),
                new Block.Form(fields, Button.plain("send", "Send", "I3"), Optional.of("Choose an objective.")));
        ItemId objective = new ItemId("O1");
        List<ItemId> keyResults = List.of(new ItemId("O1-KR2"));
        Line line = new Line(
                Optional.of(objective),
                keyResults,
                Line.Basis.RECORDED,
                1,
                List.of(new Line.Candidate(objective, keyResults, 1)));
        return new Reply(
                Visibility.PRIVATE,
                card,
                Optional.of(Answer.about(Intent.WHICH_OKR, new ItemId("I3")).with(line)));
    }

    private static String approved() throws IOException {
        try (InputStream stream = MessageTest.class.getResourceAsStream("message-v1.json")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
