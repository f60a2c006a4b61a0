/** What operators order about a source, in the three languages; the keys are the `operationId`s. */
export const actionTexts = {
  pauseSource: {
    summary: { kk: 'Дереккөзге сұрауды тоқтату', ru: 'Остановить запросы к источнику', en: 'Pause a source' },
    description: {
      kk: 'Дереккөзге бірде-бір сұрау жіберілмейді: портфолио жинағанда да, тізім жаңартқанда да. Портфолиода ол unavailable/paused болып тұрады, ешкімнен қолмен енгізу сұралмайды; бұрынғы жауап болса, жасымен бірге сол көрсетіледі. until өткенде тоқтату өзі аяқталады, ол берілмесе — resume арқылы. Кім, неге және қай уақытқа дейін тоқтатқаны сақталады және actions ішінде көрсетіледі. Басқа процестерге бес секунд ішінде жетеді. Себепке адам туралы дерек жазылмайды.',
      ru: 'К источнику не отправляется ни одного запроса: ни для портфолио, ни для обновления списков. В портфолио он значится как unavailable/paused, вручную ничего вносить не просят; если есть прежний ответ, показан он вместе с возрастом. Остановка кончается сама, когда проходит until, а без него — командой resume. Кто, почему и до какого времени остановил, хранится и видно в actions. До других процессов доходит за пять секунд. Данные людей в причину не пишут.',
      en: 'The source gets no call at all: neither for a portfolio nor to renew a list. In a portfolio it is unavailable/paused, and nobody is asked to type anything; an earlier answer stands in with its age. The pause ends by itself at until, and without it by resume. Who paused it, why and until when is kept, and shown under actions. It reaches other processes within five seconds. No data of persons belongs into the reason.',
    },
  },
  resumeSource: {
    summary: { kk: 'Дереккөзге сұрауды жалғастыру', ru: 'Возобновить запросы к источнику', en: 'Resume a source' },
    description: {
      kk: 'Тоқтатуды және оператор хабарлаған, қазір жүріп жатқан жоспарлы жұмысты аяқтайды. Алдағы жұмыстар, баптаулардағы терезелер, mute және breaker өзгермейді. from берілсе, тек сол кезде басталатын жоспарлы жұмыс қайтарып алынады; ондай жұмыс болмаса, жауап — 422 time.unplanned.',
      ru: 'Снимает остановку и завершает плановые работы, о которых сообщил оператор, если они уже идут. Будущие работы, окна из настроек, mute и breaker остаются как есть. С from отменяются только плановые работы, которые начнутся в это время; если таких нет, ответ — 422 time.unplanned.',
      en: 'Ends the pause, and planned work that an operator has told of and that is under way. Work to come, windows of the settings, mute and breaker stay as they are. With from it takes back the planned work that is to begin then, and nothing else; where there is none, the answer is 422 time.unplanned.',
    },
  },
  muteSource: {
    summary: { kk: 'Дереккөз туралы дабылдарды өшіру', ru: 'Отключить оповещения об источнике', en: 'Mute the alerts of a source' },
    description: {
      kk: 'Сұраулар жіберіле береді, жай-күйі де өзгермейді, тек дабыл берілмейді: gateway_source_muted метрикасы 1 болады, журналдағы оқиғаларға muted белгісі қойылады. Дереккөз бес минут бойы қалыпты жұмыс істесе, өзі аяқталады; кешірек емес — until уақытында. Жаңа mute алдыңғысының орнына тұрады.',
      ru: 'Запросы идут как шли, состояние не меняется, но оповещений нет: метрика gateway_source_muted равна 1, события журнала помечены muted. Кончается сама, когда источник пять минут работает исправно, и не позже until. Новая mute заменяет прежнюю.',
      en: 'Calls go on and the state stays as it is, but alerts stop: the metric gateway_source_muted is 1, and events in the log are marked muted. It ends by itself when the source has been well for five minutes, and at until at the latest. A new mute takes the place of the one before.',
    },
  },
  planMaintenance: {
    summary: { kk: 'Жоспарлы жұмыс туралы хабарлау', ru: 'Сообщить о плановых работах', en: 'Announce planned work' },
    description: {
      kk: 'Дереккөз иесінің from пен to аралығындағы жоспарлы жұмысы: maintenance ішінде көрсетіледі. Сұраулар жіберіле береді; жауап келмесе, себебі maintenance болады, қайта сұрайтын уақыт — to, ал сәтсіздік дереккөзге қарсы есептелмейді. Ертерек аяқтау үшін — resume.',
      ru: 'Плановые работы владельца источника между from и to: видны в maintenance. Запросы идут как шли; если ответа нет, причина — maintenance, спросить снова можно в to, а неудача источнику не засчитывается. Завершить раньше — resume.',
      en: 'Planned work of the owner between from and to, shown under maintenance. Calls go on; where no answer comes, the reason is maintenance, the time to ask again is to, and the failure does not count against the source. resume ends it earlier.',
    },
  },
  holdBreaker: {
    summary: { kk: 'Ажыратқышты қолмен басқару', ru: 'Управлять предохранителем вручную', en: 'Hold the breaker by hand' },
    description: {
      kk: 'open — дереккөзге сұрау жіберілмейді, себебі breaker_open; closed — жауап келмесе де сұрау жіберіле береді; auto — ажыратқыш өзі шешеді. until өткенде қайтадан auto болады.',
      ru: 'open — запросы к источнику не отправляются, причина breaker_open; closed — запросы идут, даже если ответов нет; auto — предохранитель решает сам. Когда проходит until, снова auto.',
      en: 'open: no calls, and the reason is breaker_open; closed: calls go on though they fail; auto: the breaker decides for itself. At until it is auto again.',
    },
  },
} as const
