package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import throughline.core.card.Block;
import throughline.core.card.Prose;
import throughline.core.people.People;
import throughline.core.ritual.Errand;
import throughline.core.ritual.Occasion;
import throughline.core.ritual.Section;
import throughline.core.ritual.Today;
import throughline.core.ritual.Wish;
import throughline.core.roadmap.News;

/** Tells people what became of what they asked for, since the last message. */
public final class WaitingNews implements Occasion {
    /** What could not be told for so long is no news any more. */
    private static final int DAYS = 30;

    @Override
    public List<Errand> errands(Today today) {
        return today.roadmap().newsSince(today.day().minusDays(DAYS)).stream()
                .map(news -> new Errand(news.to(), wish(news), section(news, today.people())))
                .toList();
    }

    private static Wish wish(News news) {
        Wish.Topic topic = news.isUrgent() ? Wish.Topic.DECISION : Wish.Topic.NEWS;
        Wish wish = new Wish("news:" + news.id(), topic, Set.of(), List.of());
        return news.isUrgent() ? wish.within(Wish.Urgency.TODAY) : wish;
    }

    static Section section(News news, People people) {
        List<Block> blocks = new ArrayList<>();
        news.more().ifPresent(more -> blocks.add(new Block.Text(Prose.of(named(news, people, more)))));
        news.command()
                .ifPresent(command ->
                        blocks.add(Block.Buttons.of(Actions.ask(news.label().orElse("Show it"), command))));
        return new Section(Prose.strong(named(news, people, news.title())), blocks);
    }

    private static String named(News news, People people, String text) {
        boolean isOwn = news.who().filter(news.to()::equals).isPresent();
        return text.replace(
                News.NAME, isOwn ? "You" : news.who().map(people::call).orElse("somebody"));
    }
}
