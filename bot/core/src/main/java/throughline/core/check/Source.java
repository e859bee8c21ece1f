package throughline.core.check;

/** Where a rule comes from. */
public record Source(Article article, String section) {
    /** The three articles that say what a roadmap is and how it goes wrong. */
    public enum Article {
        GAP("Closing the Strategy-Execution Gap"),
        GUIDE("The Product Manager's Guide to Road Maps"),
        LAYERS("From Roadmap to Reality: A 3-Layer Execution Model");

        private final String title;

        Article(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    static Source gap(String section) {
        return new Source(Article.GAP, section);
    }

    static Source guide(String section) {
        return new Source(Article.GUIDE, section);
    }

    static Source layers(String section) {
        return new Source(Article.LAYERS, section);
    }

    @Override
    public String toString() {
        return article.title() + ", " + section;
    }
}
