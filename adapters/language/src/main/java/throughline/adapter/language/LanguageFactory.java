package throughline.adapter.language;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** What this adapter offers to the application; the model is loaded when the application says so. */
@Factory
final class LanguageFactory {
    @Singleton
    @Bean(preDestroy = "close")
    SentenceModel language() {
        return new SentenceModel(Network::load);
    }

    @Singleton
    @Bean(preDestroy = "close")
    WordIndex recall() {
        return new WordIndex();
    }

    @Singleton
    LearnedPhrasing phrasing() {
        return new LearnedPhrasing();
    }

    @Singleton
    @Bean(preDestroy = "close")
    BackgroundLoad loading(SentenceModel language, WordIndex recall, LearnedPhrasing phrasing) {
        return new BackgroundLoad(language, recall, phrasing);
    }
}
