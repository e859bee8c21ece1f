package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import throughline.core.decision.Case;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Receipt;
import throughline.core.roadmap.Roadmap;

/** Sam asks, Maya decides, Tom would lose I7, and Priya leads the product. Now holds 5 of 4. */
abstract class Deciding {
    final Chat chat = new Chat();

    @AfterEach
    void nothing_contradicts_itself() {
        roadmap().requests().stream()
                .forEach(asked -> assertEquals(List.of(), new Case(roadmap(), asked).contradictions()));
    }

    Roadmap roadmap() {
        return chat.store.load("").roadmap();
    }

    FeatureRequest asked() {
        return roadmap().beside("R1", FeatureRequest.class).orElseThrow();
    }

    Receipt receipt(String id) {
        return roadmap().beside(id, Receipt.class).orElseThrow();
    }

    Initiative made() {
        return asked().initiative().map(ItemId::text).map(this::bet).orElseThrow();
    }

    Initiative bet(String id) {
        return roadmap().find(new ItemId(id), Initiative.class).orElseThrow();
    }

    String last(String person) {
        List<String> told = chat.told(person);
        return told.get(told.size() - 1);
    }

    static String first(String text) {
        return text.lines().findFirst().orElse("");
    }

    /** What waits for somebody's message of the day, the last of it. */
    String lastNews(String person) {
        List<String> waiting = chat.waiting(person);
        return waiting.get(waiting.size() - 1);
    }
}
